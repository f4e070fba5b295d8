import { build, type Target } from './builds';

/** `npm run build:weapp`, `build:h5`, `build:functions`. */
async function main() {
  for (const target of process.argv.slice(3) as Target[]) await build(target);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
