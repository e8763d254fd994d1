return await Referral.Gateway.GatewayHost.Run(Referral.China.China.Country, args);
