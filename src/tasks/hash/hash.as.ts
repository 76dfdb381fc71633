/** Both algorithms in one module: what twin.ts calls. */
export { begin as blake3Begin, update as blake3Update, end as blake3End } from './blake3.as';
export {
  prepare as sha256Prepare,
  lanes as sha256Lanes,
  begin as sha256Begin,
  update as sha256Update,
  end as sha256End,
  takeFour as sha256TakeFour,
} from './sha256.as';
