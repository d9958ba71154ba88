/** More rows than a person reads, and no more than a browser draws at once without a pause. */
export const MOST_ROWS = 500;
