/** Loaded into a child by --import: when its parent is gone, even by kill -9, the child ends too, in good order. */
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
