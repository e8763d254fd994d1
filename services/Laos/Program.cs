return await Referral.Gateway.GatewayHost.Run(Referral.Laos.Laos.Country, args);
