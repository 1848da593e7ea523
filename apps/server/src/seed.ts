import { seedDemo, type Domain } from '@jihui/platform';

const FIRST_MS = 1_000;
const EVERY_MS = 5_000;

/** Fills the demo city. A start at which everything is there already says nothing; a long one says where it is. */
export async function seedWithProgress(
  app: Parameters<typeof seedDemo>[0],
  domains: readonly Domain[],
): Promise<void> {
  const began = Date.now();
  let place = '';
  let shown = 0;
  const ticking = setInterval(() => {
    const now = Date.now();
    if (now - began < FIRST_MS || now - shown < EVERY_MS) return;
    shown = now;
    console.log(`▸ 写入演示城市 (filling the demo city)：${place} ${((now - began) / 1_000).toFixed(0)} s`);
  }, 200);
  try {
    await seedDemo(app, domains, (domain) => (place = domain));
  } finally {
    clearInterval(ticking);
  }
  if (shown > 0) console.log(`✓ 演示城市已就绪 (${((Date.now() - began) / 1_000).toFixed(1)} s)`);
}
