const live = process.stdout.isTTY === true && !process.env.CI;

/**
 * Runs one long step and shows that it goes on: on a terminal the seconds tick, elsewhere a line stands at its
 * beginning, every ten seconds and at its end. The task gets a function that says what it is at.
 * @param {string} title
 * @param {(note: (text: string) => void) => Promise<T>} task
 * @returns {Promise<T>}
 * @template T
 */
export async function step(title, task) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  let note = '';
  const show = () => {
    const text = `▸ ${title} ${note} ${seconds()}`;
    if (live) process.stdout.write(`\r\u001b[2K${text}`);
    else console.log(text);
  };
  if (!live) console.log(`▸ ${title}`);
  const ticking = setInterval(show, live ? 200 : 10_000);
  try {
    const result = await task((text) => {
      note = text;
      if (live) show();
    });
    finish('✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  } finally {
    clearInterval(ticking);
  }

  function finish(sign) {
    console.log(`${live ? '\r\u001b[2K' : ''}${sign} ${title} (${seconds()})`);
  }
}
