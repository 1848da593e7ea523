export * from './actors.js';
export * from './database.js';
