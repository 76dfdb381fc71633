import { checkLost } from '../../support/learn/check-lost.ts';

checkLost();
