export { betaCdf, betaPdf } from './beta';
export { chiSquareUpperTail } from './chiSquare';
export { normalCdf, normalPdf, normalQuantile, normalUpperTail } from './normal';
