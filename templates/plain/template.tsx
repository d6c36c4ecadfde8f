/** The template `plain`: calm with a motif that takes a few lines of ink. */
import { Motif } from './motif.tsx';

export default { Motif };
