/** The template `warm`: calm with a motif of its own. */
import { Motif } from './motif.tsx';

export default { Motif };
