/** What the database's programs get of the environment: nothing that redirects them, and English for their log. */
export function serverVariables(): NodeJS.ProcessEnv {
  const variables = { ...process.env };
  for (const name of Object.keys(variables)) if (/^(PG|LC_|LANG)/.test(name)) delete variables[name];
  return { ...variables, LC_ALL: 'C', TZ: 'UTC' };
}
