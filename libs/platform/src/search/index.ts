export { startTokeniser, type Tokeniser } from './tokeniser.js';
export { tsqueryFrom, tsvectorLiteral, type Weight, type WeightedText } from './tsvector.js';
export { bigrams, normaliseForSearch, segment } from './words.js';
