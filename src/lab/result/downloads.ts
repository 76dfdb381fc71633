/** Puts files where the person's downloads go; lets the last one's memory go with the next, or when closed. */
export class Downloads {
  #url: string | null = null;

  keep(file: Blob, name: string): void {
    this.close();
    this.#url = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = this.#url;
    link.download = name;
    link.click();
  }

  close(): void {
    if (this.#url !== null) URL.revokeObjectURL(this.#url);
    this.#url = null;
  }
}
