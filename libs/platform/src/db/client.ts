import { Client } from 'pg';

/**
 * A connection whose end never ends the process. What ends it is told to whatever it is asked next; but where the server's
 * farewell comes in one packet with its last answer, nobody has the connection at that moment: the pool has just given it
 * away, whoever takes it has not begun to listen, and an `error` that nobody listens to would be thrown.
 */
export class CalmClient extends Client {
  constructor(config?: ConstructorParameters<typeof Client>[0]) {
    super(config);
    this.on('error', () => undefined);
  }
}
