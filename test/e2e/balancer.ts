import net, { type AddressInfo } from 'node:net';

/**
 * One address before several processes of a part, as a Service of Kubernetes is: each new connection goes to the next that is
 * named, and one that stands goes on, also to a process that is named no more.
 */
export class Balancer {
  private readonly sockets = new Set<net.Socket>();
  private readonly targets: string[] = [];
  private turn = 0;

  private constructor(private readonly server: net.Server) {
    server.on('connection', (near) => this.connect(near));
  }

  static async open(): Promise<Balancer> {
    const balancer = new Balancer(net.createServer());
    await new Promise<void>((resolve) => balancer.server.listen(0, '127.0.0.1', resolve));
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  add(url: string): void {
    this.targets.push(url);
  }

  /** Done when every connection that was sent there has been taken. */
  async remove(url: string): Promise<void> {
    this.targets.splice(this.targets.indexOf(url), 1);
    // Connections are taken in the order in which they came.
    await (await fetch(`${url}/healthz`, { headers: { connection: 'close' } })).text();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private connect(near: net.Socket): void {
    this.turn += 1;
    const target = this.targets[this.turn % this.targets.length];
    if (target === undefined) return void near.destroy();
    const { hostname, port } = new URL(target);
    const far = net.connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy()).on('close', () => this.sockets.delete(one));
    }
  }
}
