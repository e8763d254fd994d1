using Referral.Cli;

return await CommandLine.Run(args);
