/**
 * What bounds a reading besides the parent's clock and memory watch.
 * @typedef {{ pages: number, characters: number, unpackedBytes: number, office?: boolean }} Limits
 */

/** A file that cannot be read for a reason that can be told; `status` is one of ReadStatus. */
export class Unreadable extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** Takes pages until the limit of characters, then says that the rest was cut. */
export class Pages {
  constructor(limits) {
    this.limits = limits;
    this.pages = [];
    this.characters = 0;
    this.cut = false;
  }

  /** @returns {boolean} whether more may come */
  add(text) {
    const room = this.limits.characters - this.characters;
    const kept = text.length > room ? text.slice(0, room) : text;
    this.pages.push(kept);
    this.characters += kept.length;
    this.cut ||= kept.length < text.length || this.pages.length >= this.limits.pages;
    return !this.cut;
  }
}
