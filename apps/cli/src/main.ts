#!/usr/bin/env node
import { jihui } from './jihui.js';

process.exitCode = await jihui(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  return 1;
});
