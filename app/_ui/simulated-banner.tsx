/** Stands above everything wherever the desk runs on the pretend internet. */
export function SimulatedBanner() {
  return (
    <aside aria-label="Simulated world" className="simulated-banner" data-testid="simulated-banner">
      <p>
        <strong>Simulated world:</strong> outlets, news and prices are invented
      </p>
    </aside>
  );
}
