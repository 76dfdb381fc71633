import { checkLessons } from '../../support/learn/check-lessons.ts';

checkLessons('browser', 'even');
