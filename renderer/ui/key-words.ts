const apple = /mac/i.test(globalThis.navigator.userAgent);

const names: Readonly<Record<string, string>> = {
  mod: apple ? '⌘' : 'Ctrl',
  shift: apple ? '⇧' : 'Shift',
  alt: apple ? '⌥' : 'Alt',
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  enter: apple ? '↵' : 'Enter',
  escape: 'Esc',
};

/** Each stroke of a shortcut as the caps to press: `g c` → [['G'], ['C']], `mod+k` → [['Ctrl', 'K']]. */
export function keyCaps(keys: string): readonly (readonly string[])[] {
  return keys
    .split(' ')
    .map((stroke) =>
      (stroke === '+' ? ['+'] : stroke.split('+')).map((key) => names[key] ?? key.toUpperCase()),
    );
}

/** A shortcut as a person reads it. */
export function keyWords(keys: string): string {
  return keyCaps(keys)
    .map((caps) => caps.join(apple ? '' : '+'))
    .join(' then ');
}
