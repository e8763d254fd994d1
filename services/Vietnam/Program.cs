return await Referral.Gateway.GatewayHost.Run(Referral.Vietnam.Vietnam.Country, args);
