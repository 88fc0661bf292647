import { expect, type Page } from '@playwright/test';

export const OPERATOR = {
  name: 'Operator',
  email: 'operator@desk.example',
  password: 'nine lives of a lighthouse cat',
};

/** Goes the way of whoever sets a desk up: the link in its log, a form, the console. */
export async function makeOperator(page: Page, setupPath: string): Promise<void> {
  await page.goto(setupPath);
  await page.getByLabel('Name').fill(OPERATOR.name);
  await page.getByLabel('E-mail address').fill(OPERATOR.email);
  await page.getByLabel('Password').fill(OPERATOR.password);
  await page.getByRole('button', { name: 'Make operator and sign in' }).click();
  await expect(page).toHaveURL(/\/console\/feeds$/);
}
