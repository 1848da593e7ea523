import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { BoardStore, type FieldSupply, type UnmatchedNeeds } from '../store/board.store.js';

/** More fields than there are technical fields name nothing. */
const MOST_FIELDS = 20;

/** What brokers and the bureau look at to find work. */
@Injectable()
export class BoardQueries {
  constructor(private readonly board: BoardStore) {}

  unmatched(actor: Actor, techFields: readonly string[]): Promise<UnmatchedNeeds> {
    return this.board.unmatched(actor, techFields.slice(0, MOST_FIELDS));
  }

  supply(actor: Actor): Promise<FieldSupply[]> {
    return this.board.supply(actor);
  }
}
