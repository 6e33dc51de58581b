/// How a bilan's page looks: one column, light or dark as the reader likes it, plain on paper.
///
/// Every colour of a text has a contrast of 4.5 and more on its ground, every colour of a bar 3 and more (WCAG 2.2, 1.4.3
/// and 1.4.11); series differ by lightness too, so that they do on a grey print.
enum StyleDuBilan {
  static let css = """
    :root { color-scheme: light dark; --fond: #fff; --encre: #1b1f24; --pale: #565d66; --trait: #c9ced4;
      --serie1: #1f4e8c; --serie2: #c2620a; --alerte: #a11212; --carte: #f3f5f7; }
    @media (prefers-color-scheme: dark) {
      :root { --fond: #14171a; --encre: #e8eaed; --pale: #a9b1ba; --trait: #434a52; --serie1: #8ab4f8;
        --serie2: #f0a35e; --alerte: #ff9d9d; --carte: #1f2428; }
    }
    body { color: var(--encre); background: var(--fond); font-size: 16px; line-height: 1.45; }
    main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
    h1 { font-size: 1.7rem; margin: 0 0 .5rem; }
    h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
    h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
    ul { margin: .25rem 0 .5rem; padding-left: 1.25rem; }
    li { overflow-wrap: anywhere; }
    p { margin: 0 0 .5rem; overflow-wrap: anywhere; }
    .annee, .note { color: var(--pale); }
    .alerte { color: var(--alerte); font-weight: bold; }
    dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem; margin: 0; }
    dl div { background: var(--carte); padding: .5rem .75rem; border-radius: .4rem; }
    dt { color: var(--pale); font-size: .85rem; }
    dd { margin: 0; font-size: 1.25rem; font-weight: bold; }
    figure { margin: 0; overflow-x: auto; }
    svg { width: 100%; min-width: 34rem; height: auto; }
    svg text { font-size: 12px; fill: var(--encre); }
    svg text.valeur { font-size: 11px; }
    svg text.cible { fill: var(--alerte); font-weight: bold; }
    .serie1 { fill: var(--serie1); }
    .serie2 { fill: var(--serie2); }
    .axe { stroke: var(--encre); }
    .grille { stroke: var(--trait); }
    line.cible { stroke: var(--alerte); stroke-width: 2; stroke-dasharray: 5 3; }
    summary { cursor: pointer; color: var(--pale); padding: .25rem 0; }
    summary:focus-visible, .large:focus-visible, figure:focus-visible { outline: 3px solid var(--serie1); outline-offset: 2px; }
    .large { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
    th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--trait); text-align: right; }
    tbody th { text-align: left; font-weight: normal; min-width: 12rem; }
    tr { break-inside: avoid; }
    thead th { vertical-align: bottom; }
    caption { text-align: left; font-weight: bold; padding: .75rem 0 .25rem; }
    table.texte th, table.texte td { text-align: left; vertical-align: top; }
    table.texte tbody th { min-width: 6rem; }
    table.texte td:last-child { overflow-wrap: anywhere; min-width: 3rem; }
    table.chiffres thead th:first-child { text-align: left; }
    .total > * { font-weight: bold; border-top: 2px solid var(--encre); }
    @media print {
      @page { margin: 14mm; }
      :root { --fond: #fff; --encre: #000; --pale: #333; --trait: #999; --serie1: #1f4e8c; --serie2: #c2620a;
        --alerte: #a11212; --carte: #fff; }
      main { max-width: none; padding: 0; }
      body { font-size: 10pt; }
      dl { grid-template-columns: repeat(3, 1fr); }
      dl div { border: 1px solid var(--trait); padding: 1mm 2mm; }
      h2 { break-after: avoid; }
      figure, dl div { break-inside: avoid; }
      svg { max-height: 95mm; }
      figure, .large { overflow: visible; }
      svg { min-width: 0; }
      table { font-size: 8pt; }
      th, td { padding: .3mm 2mm; }
      summary { display: none; }
      details::details-content { content-visibility: visible; display: block; }
    }
    """
}
