/**
 * What only browsers must have, and learners still use: written in the language that the interpreter runs.
 * https://tc39.es/ecma262/#sec-additional-built-in-properties
 */
export const ANNEX_B = String.raw`
const addMethods = (target, methods) => {
  for (const name of Object.keys(methods)) {
    Object.defineProperty(target, name, { value: methods[name], writable: true, enumerable: false, configurable: true });
  }
};
addMethods(String.prototype, {
  substr(start, length) {
    const text = String(this);
    const from = Math.trunc(Number(start)) || 0;
    const first = from < 0 ? Math.max(0, text.length + from) : from;
    return text.slice(first, length === undefined ? undefined : first + Math.max(0, Math.trunc(Number(length)) || 0));
  },
  trimLeft: String.prototype.trimStart,
  trimRight: String.prototype.trimEnd,
});
addMethods(Date.prototype, {
  getYear() { return this.getFullYear() - 1900; },
  setYear(year) {
    const number = Math.trunc(Number(year));
    return this.setFullYear(number >= 0 && number <= 99 ? number + 1900 : number);
  },
  toGMTString: Date.prototype.toUTCString,
});
const hex = (code, digits) => code.toString(16).toUpperCase().padStart(digits, '0');
addMethods(globalThis, {
  escape(text) {
    return String(text).replace(/[^\w@*+\-./]/g, (unit) => {
      const code = unit.charCodeAt(0);
      return code < 256 ? '%' + hex(code, 2) : '%u' + hex(code, 4);
    });
  },
  unescape(text) {
    return String(text).replace(/%u([\da-f]{4})|%([\da-f]{2})/gi, (_, long, short) =>
      String.fromCharCode(Number.parseInt(long ?? short, 16)));
  },
});
`;
