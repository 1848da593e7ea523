import { Client } from 'pg';
import { ofDatabase } from '../config/away.js';

interface Hearing {
  readonly databaseUrl: string;
  /** What the database's own list of connections calls it. */
  readonly name: string;
  readonly channel: string;
  /** At each notification, with what it says. */
  readonly heard: (payload: string) => void;
  /** When the connection stands: what is notified from now on is heard. */
  readonly opened?: () => void;
  /** When the connection is lost: what is notified until it stands again is not heard. */
  readonly lost?: () => void;
}

/** Hears what is notified on a channel of the database, on a connection of its own. */
export class Listener {
  private client: Client | null = null;
  private opening: Promise<void> | null = null;

  constructor(private readonly of: Hearing) {}

  get isOpen(): boolean {
    return this.client !== null;
  }

  /** @throws DatabaseAway where the database cannot be reached */
  async open(): Promise<void> {
    const { databaseUrl, name, channel, heard, opened, lost } = this.of;
    const client = new Client({
      connectionString: databaseUrl,
      application_name: name,
      // It sends nothing by itself: else a line that was cut without a word would never be found out.
      keepAlive: true,
    });
    client.on('notification', ({ payload = '' }) => heard(payload));
    client.on('error', () => {
      // One that breaks says so more than once, perhaps when another stands already.
      if (this.client !== client) return;
      this.client = null;
      lost?.();
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw ofDatabase(error);
    }
    this.client = client;
    opened?.();
  }

  /** Opens it again where it was lost and nobody is at it; asked for now and then until it stands. */
  openAgain(failed: (error: unknown) => void): void {
    if (this.client !== null || this.opening !== null) return;
    this.opening = this.open()
      .catch(failed)
      .finally(() => (this.opening = null));
  }

  async close(): Promise<void> {
    await this.opening;
    await this.client?.end();
  }
}
