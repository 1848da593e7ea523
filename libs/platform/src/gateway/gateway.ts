export { forwardFiles } from './forward-files.js';
export { supergraph } from './supergraph.js';
