import { checkCards } from '../../support/learn/check-cards.ts';

checkCards('browser');
