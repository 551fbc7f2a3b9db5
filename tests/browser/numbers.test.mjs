// Every number of the five documents that describe four zones is on its zone's page, JavaScript off.
// The numbers were read from the documents by hand, in the order in which they stand there.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, useSite } from './support.mjs';

const site = useSite();

/// What a page must hold: for each number the words round it on the page, as a text or as a row of
/// the table of all figures, [what, when, value].
const ENGLISH = {
  'liyang-high-tech-zone': {
    // Years and days of what happened.
    timeline: [
      ['March 2012', 'Jiangsu Zhongguancun Science & Technology Industrial Park'],
      ['May 2016', 'Jiangsu Provincial Government'],
      ['September 2018', 'provincial high-tech zone'],
      ['May 2021', 'Jiangsu Liyang High-Tech Industrial Development Zone'],
      ['2006', 'Chengbei Industrial Park'],
      ['2003', 'Tianmu Lake Industrial Park'],
      ['2012', 'Zhongguancun Park'],
      ['2015', 'Kunlun Subdistrict'],
    ],
    figures: [
      ['Area', 'May 2016', 'about 4.97 km²'],
      ['Chengbei and Tianmu Lake industrial parks', '', '2'],
      ['Projects attracted', '2013', '58'],
      ['Industrial output', '2013', '94.4 billion yuan'],
      ['Industrial output, change', '2013', '6.8%'],
      ['Fiscal revenue', '2013', '1.169 billion yuan'],
      ['Fiscal revenue, change', '2013', '21.5%'],
      ['Power and energy batteries', 'since 2012', 'about 50'],
      ['Power and energy batteries', '2020', 'over 25 billion yuan'],
      ['Kunlun Subdistrict', '', 'about 118 km²'],
    ],
    texts: ['China National Highway 104', 'Jiangsu Provincial Highway 233', 'Jiangsu Provincial Highway 239'],
  },
  'liuyang-etdz': {
    timeline: [
      ['1997', 'Founded'],
      ['October 2006', 'National Development and Reform Commission'],
      ['March 2012', 'State Council'],
      ['2016', 'new industrialisation'],
      ['2016', 'Yangtze River Economic Belt'],
      ['August 2017', 'International Green Model City'],
    ],
    figures: [
      ['Downtown Liuyang', '', '25 km'],
      ['Changsha Huanghua International Airport', '', '15 km'],
      ['Changsha High-speed Railway Station', '', '33 km'],
      ['bio-industrial bases', 'October 2006', '1st'],
      ['Comprehensive competitiveness', '2016', '3rd'],
      ['Regional competitiveness', '2016', '1st'],
      ['High-tech share of output', '2016', '1st'],
      ['Structural optimisation', '2016', '1st'],
      ['Industries named', '', '3'],
      ['Class 1 new drugs', '', '80%'],
      ['Plant starch capsules', '', '80%'],
      ['Glass panels', '', '50%'],
      ['Area', '', '16 km²'],
      ['Population', '', '150,000'],
      ['Industrial output', '2017', '120 billion yuan'],
      ['Gross domestic product', '2017', '500 billion yuan'],
      ['Industrial output, as a multiple of 2013', '2017', 'over 2 times'],
      ['Gross domestic product, as a multiple of 2013', '2017', 'over 2 times'],
      ['Overall appraisal', '2017', '1st'],
      ['Number of its kind', '2017', '134'],
      ['Enterprises', '', 'over 800'],
      ['Lens Technology', '', 'over 10 billion yuan'],
      ['A-share listed', '', '5'],
      ['listed', '', '7'],
      ['Well-known trademarks', '', '6'],
      ['Area', '2020', '20 km²'],
      ['Population', '2020', 'about 190,000'],
      ['Industrial output', '2020', 'over 200 billion yuan'],
      ['Fiscal revenue', '2020', 'over 7 billion yuan'],
      ['Steps or points of a programme', '', '3'],
      ['development zones of the same level', '', 'top 20'],
      ['International Green Model City', 'August 2017', '1st'],
      ['Steps or points of a programme', '', '6'],
    ],
    texts: [],
  },
  'luzhou-high-tech-zone': {
    timeline: [
      ['September 2013', 'Founded'],
      ['February 2015', 'State Council'],
    ],
    figures: [
      ['Yangtze River Economic Belt', 'February 2015', '3'],
      ['Area', '', '202 km²'],
      ['Core area', '', '1'],
      ['Core area', '', '4.62 km²'],
      ['Districts and parks', '', '2'],
      ['Construction machinery', '', '9'],
      ['Intelligent-terminal enterprises', 'December 2018', '28'],
      ['Jobs', 'December 2018', 'over 4,000'],
      ['Production capacity', 'December 2018', 'over 50 billion yuan (7.43 billion US dollars)'],
      ['Sales revenue', 'December 2018', 'over 10 billion yuan'],
    ],
    texts: ['28 February 2019'],
  },
  'liangjiang-new-area': {
    timeline: [
      ['18 June 2010', 'Founded'],
      ['2011', 'Founded'],
      ['2011–2015', 'Twelfth five-year plan'],
      ['2016–2020', 'Thirteenth five-year plan'],
      ['2021–2025', 'Fourteenth five-year plan'],
    ],
    figures: [
      ['Order of founding', '', '1st'],
      ['Order of founding', '', '3rd'],
      ['Area', '', '1,200 km²'],
      ['Administrative districts', '', '3'],
      ['Population', '', '3.33 million'],
      ['Area, share', '', '1.5%'],
      ['Gross domestic product, share', '', 'about 15%'],
      ['Industrial output, share', '', '20%'],
      ['Imports and exports, share', '', '30%'],
      ['Foreign capital used, share', '', '30%'],
      ['Value added of the digital economy, share', '', '30%'],
      ['Trade in services, share', '', '40%'],
      ['Vehicles built, share', '', '60%'],
      ['Cross-border e-commerce volume, share', '', '70%'],
      ['Enterprises, share', '', '50%'],
      ['International organisations', '', '41'],
      ['FG500', '', '166'],
      ['automobiles', '', 'at least 200 billion yuan'],
      ['electronics and information', '', 'at least 200 billion yuan'],
      ['Gross domestic product, change', '2023', '6.5%'],
      ['Industrial value added, change', '2023', '5.4%'],
      ['Retail sales of consumer goods, change', '2023', '15.8%'],
      ['Steps or points of a programme', '', '3'],
      ['pillar industries', '', '3'],
      ['strategic emerging industries', '', '10'],
      ['Fixed-asset investment', '', '595.4 billion yuan'],
      ['Investment in infrastructure', '', 'over 200 billion yuan'],
      ['Length of roads', '', '519 km'],
      ['Length of roads', '', '252 km'],
      ['Guoyuan Port', '', '1.2 million TEU'],
    ],
    texts: ['16 February 2017'],
  },
};

const CHINESE = {
  'liyang-high-tech-zone': {
    timeline: [['2012年3月', '江苏中关村科技产业园']],
    figures: [
      ['工业产值', '2013年', '944亿元'],
      ['财政收入', '2013年', '11.69亿元'],
      ['财政收入', '2013年', '21.5%'],
      ['', '2020年', '超过250亿元'],
      ['', '2016年5月', '约4.97平方公里'],
    ],
    texts: [],
  },
  'liuyang-etdz': {
    timeline: [['2006年10月', '国家发展和改革委员会']],
    figures: [
      ['工业产值', '2017年', '1,200亿元'],
      ['地区生产总值', '2017年', '5,000亿元'],
      ['工业产值', '2017年', '超过2倍'],
      ['财政收入', '2020年', '超过70亿元'],
      ['人口', '', '15万'],
      ['人口', '2020年', '约19万'],
      ['', '', '前20名'],
    ],
    texts: [],
  },
  'luzhou-high-tech-zone': {
    timeline: [['2015年2月', '国务院']],
    figures: [
      ['', '2018年12月', '超过500亿元（74.3亿美元）'],
      ['', '', '4.62平方公里'],
      ['', '2018年12月', '超过4,000'],
    ],
    texts: ['2019年2月28日'],
  },
  'liangjiang-new-area': {
    timeline: [['2010年6月18日', '成立']],
    figures: [
      ['', '', '5,954亿元'],
      ['', '', '333万'],
      ['', '', '120万标准箱'],
      ['', '', '约15%'],
      ['', '', '2,000亿元以上'],
    ],
    texts: ['2017年2月16日'],
  },
};

for (const [prefix, zones] of [['', ENGLISH], ['/zh', CHINESE]]) {
  for (const [slug, stated] of Object.entries(zones)) {
    test(`every number of the documents is on ${prefix}/zones/${slug}, JavaScript off`, async (t) => {
      const visit = await site.open(t, `${prefix}/zones/${slug}`, { javaScript: false });
      const rows = await lines(visit.page.locator('tr:has([id^="figure-"]), tr[id^="figure-"]').filter({ visible: true }));
      const events = await lines(visit.page.locator('#timeline li:has(time)'));
      const text = (await lines(visit.page.locator('main')))[0].join(' ');
      const missing = [
        ...stated.figures.filter((figure) => !rows.some((row) => isRow(row, figure))),
        ...stated.timeline.filter(([when, what]) => !events.some((event) => event[0] === when && event.join(' ').includes(what))),
        ...stated.texts.filter((words) => !text.includes(words)),
      ];
      assert.deepEqual(missing, [], `not on the page of ${slug}`);
      assertClean(visit);
    });
  }
}

/// Whether a row of the table is about this, and its value is this and no more.
function isRow(row, [what, when, value]) {
  const words = row.join(' ').toLowerCase();
  return row.includes(value) && [what, when].every((part) => words.includes(part.toLowerCase()));
}

/// The texts of each element, piece by piece, without the spaces that markup leaves.
async function lines(locator) {
  return locator.evaluateAll((elements) =>
    elements.map((element) => {
      const pieces = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const piece = walker.currentNode.data.replace(/\s+/g, ' ').trim();
        if (piece && !walker.currentNode.parentElement.closest('script')) pieces.push(piece);
      }
      return pieces;
    }),
  );
}
