import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for whoever is to come back with them: sessions, tokens, steps. */
export const randomWord = (): string => randomBytes(32).toString('base64url');

/** As such a word is stored: nobody guesses it, so that no slower hash is needed. */
export const hashOf = (word: string): Buffer => createHash('sha256').update(word).digest();
