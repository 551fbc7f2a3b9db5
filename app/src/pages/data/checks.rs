//! The quality of the checks: measured on figures with planted errors, and judged by a person for each caution.

use crate::components::caution::sentence;
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::records::Coverage;
use domain::coverage::{Judged, Verdict};
use domain::evaluation::Evaluation;
use leptos::prelude::*;

/// Renders the section on the checks.
pub fn checks(locale: Locale, coverage: &Coverage) -> AnyView {
    let m = &locale.messages().coverage;
    let verdicts = |wanted: Verdict| {
        let found = coverage
            .cautions
            .iter()
            .filter(|judged| matches!(&judged.judgement, Some((verdict, _)) if *verdict == wanted));
        format::integer(u64::try_from(found.count()).unwrap_or(0))
    };
    let all = format::integer(u64::try_from(coverage.cautions.len()).unwrap_or(0));
    let summary = (m.judged_summary)(&all, &verdicts(Verdict::Right), &verdicts(Verdict::Wrong));
    let items: Vec<_> = coverage
        .cautions
        .iter()
        .map(|judged| judged_item(locale, judged))
        .collect();
    view! {
        <section class="topic" id="checks" aria-labelledby="checks-title">
            <h2 id="checks-title">{m.checks}</h2>
            <p class="section-intro">{m.checks_intro}</p>
            {scores(locale, &coverage.evaluation)}
            <h3>{m.judged}</h3>
            <p>{summary}</p>
            <ul class="caution-list">{items}</ul>
        </section>
    }
    .into_any()
}

fn scores(locale: Locale, evaluation: &Evaluation) -> AnyView {
    let m = &locale.messages().coverage;
    let text = (m.evaluation)(
        &format::integer(evaluation.caught),
        &format::integer(evaluation.planted),
        &format::integer(evaluation.sound),
        &format::per_mille(evaluation.precision()),
        &format::per_mille(evaluation.recall()),
    );
    let seed = (m.evaluation_seed)(&evaluation.seed.to_string());
    let rows: Vec<_> = evaluation
        .rules
        .iter()
        .map(|score| {
            view! {
                <tr>
                    <th scope="row">{score.rule.name(locale)}</th>
                    <td class="number">{format::integer(score.planted)}</td>
                    <td class="number">{format::integer(score.caught)}</td>
                    <td class="number">{format::integer(score.false_alarms)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <p>{[&text, locale.common().gap, &seed].concat()}</p>
        <table class="data-table">
            <thead>
                <tr>
                    <th scope="col">{m.column_rule}</th>
                    <th scope="col" class="number">{m.column_planted}</th>
                    <th scope="col" class="number">{m.column_caught}</th>
                    <th scope="col" class="number">{m.column_false}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn judged_item(locale: Locale, judged: &Judged) -> Option<AnyView> {
    let m = locale.messages();
    let profile = &judged.profile;
    let caution = profile.cautions.first()?;
    let href = locale.href(&profile.owner.path());
    let verdict = match &judged.judgement {
        Some((verdict, why)) => view! {
            <p class="verdict"><strong>{verdict.name(locale)}</strong>{[m.stop, m.gap, locale.pick(why)].concat()}</p>
        }
        .into_any(),
        None => view! { <p class="verdict">{m.coverage.not_judged}</p> }.into_any(),
    };
    Some(
        view! {
            <li class="caution">
                <span class="caution-rule">{caution.rule.name(locale)}</span>
                <p>
                    <a href=href>{locale.pick(&profile.name).to_owned()}</a>{m.colon}
                    {sentence(locale, profile, caution)}
                </p>
                {verdict}
            </li>
        }
        .into_any(),
    )
}
