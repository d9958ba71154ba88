/** Width of a text in pixels. */
export type MeasureText = (text: string) => number;

/** Measures with the font of an element, as it is now. */
export function measureTextIn(element: Element): MeasureText {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return (text) => text.length * Number.parseFloat(fontSize) * 0.6;
  canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? canvas.measureText(text).width;
    known.set(text, width);
    return width;
  };
}
