return await Referral.Gateway.GatewayHost.Run(Referral.Thailand.Thailand.Country, args);
