import { checkCards } from '../../support/learn/check-cards.ts';

checkCards('node');
