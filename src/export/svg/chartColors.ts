/** Colours by what they mean: contrast 4.5:1 for texts, 3:1 for marks; variants told apart by colour-blind readers (Okabe and Ito). */
export const LIGHT = {
  paper: '#fff',
  ink: '#1f2328',
  quiet: '#59636e',
  line: '#d5dae0',
  soft: '#f4f6f8',
  track: '#eceff2',
  grid: '#dfe3e8',
  neutral: '#6e7781',
  blue: '#1f6feb',
  purple: '#8250df',
  green: '#1a7f37',
  red: '#cf222e',
  amber: '#8a5a00',
  'variant-0': '#0072b2',
  'variant-1': '#b35900',
  'variant-2': '#007a5a',
  'variant-3': '#a8487f',
  'variant-4': '#2b5f94',
  'variant-5': '#7a6200',
} as const;

export type ColorName = keyof typeof LIGHT;
export type ChartColors = Readonly<Record<ColorName, string>>;

export const DARK: ChartColors = {
  paper: '#16191d',
  ink: '#e8ebee',
  quiet: '#a0a9b3',
  line: '#363c44',
  soft: '#1e2227',
  track: '#262b31',
  grid: '#30363d',
  neutral: '#8b949e',
  blue: '#58a6ff',
  purple: '#bc8cff',
  green: '#3fb950',
  red: '#ff7b72',
  amber: '#d9a520',
  'variant-0': '#56b4e9',
  'variant-1': '#e69f00',
  'variant-2': '#2ec4a0',
  'variant-3': '#dd8fc0',
  'variant-4': '#8ab4f8',
  'variant-5': '#d8c840',
};

/** As custom properties of CSS. */
export function colorVariables(colors: ChartColors): string {
  return Object.entries(colors)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');
}
