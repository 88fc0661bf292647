/**
 * The one door of every npm script. It runs on a bare machine: before its packages are there it uses
 * nothing but Node, and on a Node too old for its imports it still says so in a sentence.
 */
const OLDEST = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(`Tapewire needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

void import('./run/main.mjs').then(({ main }) => main(process.argv.slice(2)));
