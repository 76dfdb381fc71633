import { checkLessons } from '../../support/learn/check-lessons.ts';

checkLessons('node', 'even');
