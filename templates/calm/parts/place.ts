/**
 * Where links to a block lead: `section/block`. Its field's name has an underscore there, which no id has.
 *
 * @param name the name that the block's component gets; empty for a block that is only read
 */
export const placeOf = (name: string): { destination?: string } => (name ? { destination: name.replace('_', '/') } : {});
