import net from 'node:net';
import { Failure } from './failure.mjs';

/** A port of 127.0.0.1 that nobody uses at this moment. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** @throws {Failure} when another program listens there. */
export function checkPortFree(host, port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => reject(portFailure(error, host, port)));
    probe.listen(port, host, () => probe.close(resolve));
  });
}

function portFailure(error, host, port) {
  if (error.code === 'EADDRINUSE')
    return new Failure(
      `端口 ${port} 已被占用：请关闭占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。(Port ${port} is in use: stop the other program or choose another PORT.)`,
    );
  if (error.code === 'EACCES')
    return new Failure(
      `没有权限使用端口 ${port}：请改用 1024 以上的端口，例如 PORT=3000 npm start。(No permission for port ${port}.)`,
    );
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Failure(
      `HOST=${host} 不是本机的地址：请改为 127.0.0.1 或 0.0.0.0。(HOST is not an address of this machine.)`,
    );
  return error;
}

const DEFAULT_PORTS = {
  'postgres:': 5432,
  'postgresql:': 5432,
  'redis:': 6379,
  'rediss:': 6379,
  'http:': 80,
  'https:': 443,
};

/** @throws {Failure} when nothing answers at the address that the setting names; a malformed or strange one is left to the server. */
export async function checkReachable(setting, address) {
  if (!URL.canParse(address)) return;
  const { hostname, port, protocol, searchParams } = new URL(address);
  // A socket in the file system has no host.
  if (hostname === '' || searchParams.has('host') || !(protocol in DEFAULT_PORTS)) return;
  const host = hostname.replace(/^\[|\]$/g, '');
  const reason = await connect(host, Number(port) || DEFAULT_PORTS[protocol]);
  if (reason)
    throw new Failure(
      `${setting} 指向的服务 ${host}:${port || DEFAULT_PORTS[protocol]} 无法连接（${reason}）：请确认它已启动、地址正确；不设置 ${setting} 则使用内置部分。(${setting} cannot be reached: start it, mend the address, or unset it.)`,
    );
}

function connect(host, port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 5000 });
    const end = (reason) => {
      socket.destroy();
      resolve(reason);
    };
    socket.once('connect', () => end(undefined));
    socket.once('timeout', () => end('timeout'));
    socket.once('error', (error) => end(error.code ?? error.message));
  });
}
