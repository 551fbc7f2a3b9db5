// What the list says of what was found, and what can be done with it: to lift a filter, to compare, to send and to take away.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Atlas, follow, mode } from './atlas.mjs';
import { assertClean, firstNumber, useSite } from './support.mjs';

const site = useSite();

for (const javaScript of [true, false]) {
  test(`an empty list says what to lift, and each link leads to so many zones, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/methods', { javaScript });
    const { page } = visit;
    const atlas = new Atlas(page, javaScript);
    for (const [query, lifts] of [
      ['kind=border&province=jiangsu', ['the kind', 'the province']],
      ['kind=border&city=changzhou&from=2000', ['the kind', 'the city']],
      ['q=liuyang&city=changzhou', ['the search', 'the city']],
    ]) {
      await visit.go(`/?${query}`);
      if (javaScript) await atlas.answersItself();
      const links = atlas.results.getByRole('link', { name: /^Without / });
      const texts = await links.allTextContents();
      assert.deepEqual(texts.map((text) => /^Without (.*): [\d,]+ zones?$/.exec(text)?.[1]), lifts);
      for (const text of texts) {
        await atlas.press(page.getByRole('link', { name: text, exact: true }));
        assert.equal(await atlas.count(), firstNumber(text));
        await atlas.moved(() => page.goBack());
      }
    }
    await visit.go('/?q=no+such+zone&province=hunan&kind=border');
    await page.getByText('No single filter is in the way').waitFor();
    assert.equal(await atlas.results.getByRole('link', { name: /^Without / }).count(), 0);
    assertClean(visit);
  });

  test(`what was found is marked, and one wrong letter is forgiven in words, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/?q=liyang', { javaScript });
    const { page } = visit;
    const atlas = new Atlas(page, javaScript);
    const marks = () => atlas.results.locator('mark').allTextContents();
    assert.deepEqual(await marks(), ['Liyang', '溧阳', 'Liyang', '溧阳']);
    const names = await atlas.names();
    assert.deepEqual(names, ['Liyang Economic Development Zone', 'Liyang High-tech Zone']);
    const correction = page.getByText(/Nothing is spelled/);
    assert.equal(await correction.count(), 0);

    const change = (words) => atlas.fill(page.getByLabel('Search'), words);
    await change('liyamg');
    assert.equal(await correction.textContent(), 'Nothing is spelled “liyamg”. These are one letter away.');
    assert.deepEqual(await atlas.names(), names);
    await change('溧阳');
    assert.equal(await correction.count(), 0);
    assert.ok((await marks()).includes('溧阳'));
    await change('pharm');
    const industry = atlas.zones().filter({ hasText: /Found in its industries: Pharm/ });
    assert.ok((await industry.count()) > 0);
    assert.ok((await atlas.zones().filter({ hasText: /Found in its companies: .*Pharm/ }).count()) > 0);
    assertClean(visit);
  });

  test(`the tray holds six zones and says so, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/?province=hunan', { javaScript });
    const { page } = visit;
    const atlas = new Atlas(page, javaScript);
    const names = (await atlas.names()).slice(0, 7);
    assert.equal(await atlas.tray.count(), 0);
    for (const [index, name] of names.slice(0, 6).entries()) {
      await atlas.press(atlas.pick(name));
      assert.deepEqual(await atlas.picks(), names.slice(0, index + 1));
    }
    assert.equal(await atlas.pick(names[5]).getAttribute('aria-pressed'), 'true');
    assert.equal(await atlas.pick(names[6]).getAttribute('aria-pressed'), 'false');
    await atlas.tray.getByRole('link', { name: 'Compare 6 zones' }).waitFor();

    await atlas.tray.getByRole('link', { name: `Do not compare ${names[2]}`, exact: true }).waitFor();
    await atlas.press(atlas.tray.getByRole('link', { name: `Do not compare ${names[2]}`, exact: true }));
    const five = names.slice(0, 6).filter((name) => name !== names[2]);
    assert.deepEqual(await atlas.picks(), five);
    assert.equal(await atlas.pick(names[2]).getAttribute('aria-pressed'), 'false');
    await atlas.press(atlas.pick(names[6]));
    assert.deepEqual(await atlas.picks(), [...five, names[6]]);
    // An eighth is refused, and not in silence. A button that cannot be pressed says it as well.
    if (await atlas.pick(names[2]).isEnabled()) {
      await atlas.pick(names[2]).click();
      await page.getByText('The tray holds six zones').waitFor({ timeout: 5000 });
      await atlas.ready();
    }
    assert.deepEqual(await atlas.picks(), [...five, names[6]]);
    assertClean(visit);
  });
}

test('the link that is copied shows the same', async (t) => {
  const visit = await site.open(t, '/?q=zhou&kind=etdz');
  const { page } = visit;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.press(atlas.tile('Zhejiang'));
  await atlas.press(page.getByLabel('Group by province'));
  const state = await atlas.state();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, state.address);
  const other = await site.open(t, new URL(copied).pathname + new URL(copied).search);
  assert.deepEqual(await new Atlas(other.page).state(), state);
  assertClean(visit);
});

test('what is shown can be taken away in three forms', async (t) => {
  const visit = await site.open(t, '/');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.press(atlas.tile('Jiangsu'));
  await atlas.choose('High-tech');
  await atlas.sort('largest');
  const file = async (form) => {
    const href = await atlas.results.getByRole('link', { name: form, exact: true }).getAttribute('href');
    const answer = await fetch(new URL(href, site.origin));
    assert.equal(answer.status, 200);
    return answer.text();
  };
  const names = await atlas.names();
  assert.equal(names.length, await atlas.count());
  assert.ok(names.length > 20);
  // No text in this selection breaks a line or holds a comma, so that the lines can be counted and cut.
  const [head, ...lines] = (await file('CSV')).trimEnd().split(/\r?\n/);
  const column = head.split(',').indexOf('name_en');
  assert.deepEqual(lines.map((line) => line.split(',')[column]), names);
  const { zones } = JSON.parse(await file('JSON'));
  assert.equal(zones.length, names.length);
  const { features } = JSON.parse(await file('GeoJSON'));
  assert.equal(features.length, names.length);
  assertClean(visit);
});

test('what the atlas does not have is told, also by the browser itself', async (t) => {
  const visit = await site.open(t, '/');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const notices = atlas.results.locator('.notice');
  for (const [query, words] of [
    ['province=atlantis&city=nowhere&decade=1890s&area=9-9&figures=maybe', ['atlantis', 'nowhere', '1890s', '9-9', 'maybe']],
    ['group=street&map=moon&zoom=mars&pick=no-such-zone&cautions=1', ['street', 'moon', 'mars', '1', 'no-such-zone']],
    ['known=luck&unknown=fate&sort=random&page=0', ['luck', 'fate', 'random', '0']],
  ]) {
    // Once by a link in the page, answered here; once in full, answered by the server and then here.
    await follow(page, `/?${query}`);
    // Those of the address before may still be there.
    await notices.filter({ hasText: `“${words[0]}”` }).waitFor();
    assert.deepEqual((await notices.allTextContents()).map((text) => /“(.*)”/.exec(text)?.[1]), words);
    assert.equal(await atlas.count(), 2562);
    await visit.go(`/?${query}`);
    assert.equal(visit.status, 200);
    await atlas.answersItself();
    assert.deepEqual((await notices.allTextContents()).map((text) => /“(.*)”/.exec(text)?.[1]), words);
    assert.equal(await atlas.count(), 2562);
    assertClean(visit);
  }
  await follow(page, '/?province=hunan&page=77');
  await page.getByText('The list has no page 77; this is its last.').waitFor();
  assertClean(visit);
});
