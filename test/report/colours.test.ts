import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { COLOURS } from '../../src/report/page/charts/shapes';
import { answerWithVariants, reportFrom, viewOf } from './support/reports';
import { useReports } from './support/useReports';
import { THEMES, type ThemeName } from './themes';

type Color = readonly [red: number, green: number, blue: number];

/** How people see who lack one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const SIGHT: Readonly<Record<string, readonly Color[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function seen([red, green, blue]: Color, sight: readonly Color[]): Color {
  const [r, g, b] = sight.map(([x, y, z]) => Math.min(1, Math.max(0, x * red + y * green + z * blue)));
  return [r ?? 0, g ?? 0, b ?? 0];
}

/** CIE 1976 L*a*b* of linear sRGB under D65. */
function lab([red, green, blue]: Color): Color {
  const f = (t: number): number => (t > 216 / 24_389 ? Math.cbrt(t) : ((24_389 / 27) * t + 16) / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: Color, b: Color): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** The colours of the points of a chart, as linear sRGB. */
async function pointColours(page: Page): Promise<Color[]> {
  const fills = await page.locator('#steps-verdict-0 .point').evaluateAll((points) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    return points.map((point) => {
      if (!context) return [];
      context.fillStyle = getComputedStyle(point).fill;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    });
  });
  return fills.map(([red = 0, green = 0, blue = 0]) => [linear(red / 255), linear(green / 255), linear(blue / 255)]);
}

describe('The colours of variants', () => {
  const open = useReports();

  for (const theme of Object.keys(THEMES) as ThemeName[]) {
    for (const [sight, matrix] of Object.entries(SIGHT)) {
      it(`are far apart in the theme ${theme} for eyes with ${sight}`, async () => {
        const { page, show } = await open({ theme });
        await show(viewOf({ report: reportFrom(answerWithVariants(COLOURS)) }));
        const colours = (await pointColours(page)).map((colour) => lab(seen(colour, matrix)));
        assert.equal(colours.length, COLOURS);
        colours.forEach((a, index) => {
          // About 2 can be told apart side by side; 20 also in small marks at some distance.
          for (const b of colours.slice(index + 1)) assert.ok(distance(a, b) >= 20, `${distance(a, b)}`);
        });
      });
    }
  }
});
