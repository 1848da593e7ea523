import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const fonts = new Map<string, Buffer>();

/** Noto Sans SC, ten megabytes a weight: read once a process. */
export function font(weight: '400Regular' | '600SemiBold'): Buffer {
  const cached = fonts.get(weight);
  if (cached !== undefined) return cached;
  const bytes = readFileSync(
    require.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`),
  );
  fonts.set(weight, bytes);
  return bytes;
}
