export NODE_OPTIONS=--experimental-vm-modules
timeout 200 node node_modules/jest/bin/jest.js -c jest.config.mjs --forceExit test/architecture/server-english test/architecture/inbox-english > /tmp/english-arch.txt 2>&1; echo end >> /tmp/english-arch.txt
timeout 400 node node_modules/jest/bin/jest.js -c jest.config.mjs --forceExit --selectProjects core > /tmp/english-core.txt 2>&1; echo end >> /tmp/english-core.txt
