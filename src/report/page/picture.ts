import { MOST_PICTURE_BYTES, type DrawPictureMessage } from '../protocol';
import type { Host } from './host';

/** Pixels of a picture for one of its SVG: sharp on any screen. */
const SCALE = 2;

/** Makes a PNG of a chart, and has it saved or puts it on the clipboard; says so where that cannot be done. */
export async function drawPicture(
  { chart, use, svg }: DrawPictureMessage,
  { post }: Pick<Host, 'post'>,
): Promise<void> {
  try {
    const blob = await pngOf(svg);
    if (use === 'save') {
      post({ type: 'picture', chart, png: new Uint8Array(await blob.arrayBuffer()) });
    } else {
      await focused();
      await navigator.clipboard.write([new ClipboardItem({ [blob.type]: blob })]);
      post({ type: 'pictureCopied' });
    }
  } catch {
    post({ type: 'noPicture', chart, use });
  }
}

async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(SCALE * image.naturalWidth, SCALE * image.naturalHeight);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob();
  if (blob.size > MOST_PICTURE_BYTES) throw new RangeError('The picture is too large');
  return blob;
}

/** The clipboard takes nothing from a page without the focus, which comes back when the menu has closed. */
function focused(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hasFocus()) resolve();
    else window.addEventListener('focus', () => resolve(), { once: true });
  });
}
