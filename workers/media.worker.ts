import { expose } from 'comlink';
import { media } from './media/media.ts';

expose(media);
