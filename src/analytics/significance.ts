/** The smallest p that is not called significant. */
export const SIGNIFICANT = 0.05;
