import GuichetCommands

Guichetctl.principal()
