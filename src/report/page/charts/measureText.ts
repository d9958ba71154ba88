/** Width of a text in pixels. */
export type MeasureText = (text: string) => number;

let context: CanvasRenderingContext2D | null = null;

/** Measures with the font of an element. */
export function measureTextIn(element: Element): MeasureText {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * Number.parseFloat(fontSize) * 0.6;
  const canvas = context;
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return (text) => {
    canvas.font = font;
    return canvas.measureText(text).width;
  };
}
