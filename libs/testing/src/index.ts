export * from './actors.js';
export * from './app.js';
export * from './client.js';
export * from './database.js';
export * from './parts.js';
export * from './mail.js';
export * from './until.js';
export * from './documents.js';
